using Journal.Core.Access;
using Journal.Core.Live;
using Journal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Journal.Web.Live;

/// <summary>What the hub calls on a client.</summary>
public interface ILiveClient
{
    /// <summary>A change, in order, without gaps: first those after the Seq that was asked for, then each as it is committed.</summary>
    Task Changed(string audience, ChangeTold change);

    /// <summary>Too much was missed: read page or diary anew; what follows comes after this Seq.</summary>
    Task ReadAnew(string audience, long seq);

    /// <summary>The right to hear this audience is gone.</summary>
    Task Ended(string audience);
}

/// <summary>The feed for programs that are no pages of ours.</summary>
[Authorize]
public sealed class LiveHub(Subscriptions subscriptions) : Hub<ILiveClient>
{
    /// <summary>Follows an audience ("course/12", "student/7", "class/3", "person/5", "school") from a Seq on.</summary>
    public void Subscribe(string audience, long after)
    {
        if (Audience.Parse(audience) is not { } asked || after < 0)
            throw new HubException("bad-request");

        subscriptions.Add(Context.ConnectionId, Context.User!.Person(), asked, after);
    }

    public void Unsubscribe(string audience)
    {
        if (Audience.Parse(audience) is { } asked)
            subscriptions.Remove(Context.ConnectionId, asked);
    }

    public override Task OnConnectedAsync()
    {
        if (!subscriptions.Open(Context))
            Context.Abort();
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        subscriptions.Close(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
